/** What differs between two states of the results. Pure functions over yearly tables. */
package org.nianbao.revision;
