/**
 * From reports already published to the figures they print: readers of text, web pages and Word
 * documents, the tables of the forms, and sentences. Knows no Spark.
 */
package org.nianbao.report;
