/**
 * A second computation of the result tables, in SQL: the rules of counting, told to DuckDB. It
 * shares no code with the job, only the seeds.
 */
package org.nianbao.second;
