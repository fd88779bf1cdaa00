/**
 * The contracts: one class per physical table with its grain, columns, types and Chinese labels. No
 * other package spells a column name.
 */
package org.nianbao.table;
