/**
 * The checks, one file each: what must hold between exports, results and published figures, and
 * what is suspicious in a file. Pure functions; {@code seeds/checks.csv} says what each means.
 */
package org.nianbao.check;
