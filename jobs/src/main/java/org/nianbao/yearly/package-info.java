/**
 * The yearly tables, one file each: what a row means, its columns, and how it is counted from the
 * archive. Pure functions; nothing here reads or writes.
 */
package org.nianbao.yearly;
