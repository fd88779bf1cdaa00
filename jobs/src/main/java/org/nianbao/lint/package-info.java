/**
 * Holds the numbers of a draft that a person has edited against the facts of its edition. Knows no
 * Spark: it reads what an earlier run delivered.
 */
package org.nianbao.lint;
