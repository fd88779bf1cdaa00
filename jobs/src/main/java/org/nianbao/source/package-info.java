/** From files to raw records: discovery, encoding, dialect, header recognition; CSV and Parquet. */
package org.nianbao.source;
