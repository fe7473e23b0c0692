/** A figure of a sheet in words, as the Definitions sheet tells it. */
export interface FigureDefinition {
  readonly name: string;
  /** How it is worked out. */
  readonly formula: string;
  readonly denominator: string;
  readonly dateField: string;
}
