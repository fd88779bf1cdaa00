/** Reads and writes contracts as Delta tables. The only package that knows paths and formats. */
package org.nianbao.warehouse;
