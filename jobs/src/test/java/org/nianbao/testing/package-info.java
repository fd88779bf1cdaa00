/** What tests of several packages share. */
package org.nianbao.testing;
