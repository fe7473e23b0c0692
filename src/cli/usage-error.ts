/** Words that cannot be understood; ends the program with 2. */
export class UsageError extends Error {}
