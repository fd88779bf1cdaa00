package org.nianbao.edition.book;

/** Colours of series, told apart also by those who see few colours (after Okabe and Ito). */
final class Palette {
  private static final int[] SERIES = {
    0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442, 0x999999
  };

  private Palette() {}

  static byte[] ofSeries(int index) {
    return bytes(SERIES[index % SERIES.length]);
  }

  static byte[] bytes(int rgb) {
    return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
  }

  /** With the byte before it that says how opaque it is: of cells Excel's schema wants four. */
  static byte[] opaque(int rgb) {
    return new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
  }
}
