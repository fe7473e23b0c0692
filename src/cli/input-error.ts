/** Input that cannot be used; ends the program with 1. */
export class InputError extends Error {}
