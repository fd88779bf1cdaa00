/**
 * The mapping of foreign exports: which files it claims, and what their headers, dates and labels
 * mean; read and checked.
 */
package org.nianbao.mapping;
