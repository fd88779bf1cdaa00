/**
 * From files to raw records: discovery, encoding, dialect, header recognition; CSV, XLSX and
 * Parquet.
 */
package org.nianbao.source;
