import fc from "fast-check";

/** A place as a share of a length: anywhere with the same chance, which `fc.double` is not, half of which are next to nothing. */
export const share = fc.nat(1_000_000).map((part) => part / 1_000_000);
