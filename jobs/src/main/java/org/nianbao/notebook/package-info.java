/**
 * Result tables for people who explore them: rows of a run's CSV files by column name. Reads what
 * is delivered, computes nothing, and knows neither Spark nor any other package, so that a notebook
 * loads it in a moment.
 */
package org.nianbao.notebook;
