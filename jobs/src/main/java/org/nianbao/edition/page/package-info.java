/**
 * The web pages: one file each, readable without a network, without a mouse and without colours.
 */
package org.nianbao.edition.page;
