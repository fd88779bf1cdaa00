/** What people open: result tables as CSV with their description, rejects, the account of a run. */
package org.nianbao.edition;
