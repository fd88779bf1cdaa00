/** What charts show, before any format: the workbooks and the pages draw the same numbers. */
package org.nianbao.edition.plot;
