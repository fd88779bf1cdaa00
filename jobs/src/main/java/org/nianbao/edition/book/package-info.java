/** The workbooks: result tables as sheets with real numbers, and charts that draw from cells. */
package org.nianbao.edition.book;
