/** What may leave the house: small counts are hidden, and with them what would give them away. */
package org.nianbao.release;
