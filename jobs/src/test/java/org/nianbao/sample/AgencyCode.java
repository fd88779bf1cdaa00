package org.nianbao.sample;

/**
 * Made-up unified social credit codes of towns, with the check characters of GB 11714 and GB 32100,
 * so that they look right without being anyone's.
 */
final class AgencyCode {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private AgencyCode() {}

  static String of(Volume volume) {
    String code = "11441900" + organisation("99009" + volume.townDigits());
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < code.length(); i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code + CHARACTERS.charAt((31 - sum % 31) % 31);
  }

  private static String organisation(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * ORGANISATION_WEIGHTS[i];
    }
    int check = (11 - sum % 11) % 11;
    return digits + (check == 10 ? "X" : String.valueOf(check));
  }
}
