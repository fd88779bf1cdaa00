package org.nianbao.edition;

import org.nianbao.draft.Draft;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;

/**
 * What the documents of one town and year are made of.
 *
 * @param town the results of the town in every year
 * @param facts the figures of the year
 * @param draft the text of the report
 * @param digest equal as long as nothing that goes into the documents changes
 */
public record Edition(TownResults town, int year, Facts facts, Draft draft, String digest) {}
