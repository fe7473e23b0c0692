// The form of functions.json as Microsoft's metadata reference describes it (custom-functions-json, 2026); the schema file itself is published only online.

const text = { type: "string", minLength: 1 } as const;
const type = { enum: ["boolean", "number", "string", "any"] } as const;
const dimensionality = { enum: ["scalar", "matrix"] } as const;
const flags = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { type: "boolean" }]));

export const metadataSchema = {
  type: "object",
  additionalProperties: false,
  required: ["functions"],
  properties: {
    ...flags("allowCustomDataForDataTypeAny", "allowErrorForDataTypeAny"),
    functions: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["id", "name", "parameters", "result"],
        properties: {
          id: { type: "string", pattern: "^[A-Za-z0-9.]+$", maxLength: 128 },
          name: { type: "string", pattern: "^[\\p{L}][\\p{L}0-9._]*$", minLength: 3, maxLength: 128 },
          description: text,
          helpUrl: { type: "string", pattern: "^https://" },
          parameters: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["name"],
              properties: { name: text, description: text, type, dimensionality, cellValueType: text, customEnumId: text, ...flags("optional", "repeating") },
            },
          },
          result: { type: "object", additionalProperties: false, properties: { type, dimensionality } },
          options: {
            type: "object",
            additionalProperties: false,
            properties: flags(
              "cancelable", "capturesCallingObject", "excludeFromAutoComplete", "linkedEntityLoadService", "requiresAddress", "requiresParameterAddresses",
              "requiresStreamAddress", "requiresStreamParameterAddresses", "stream", "supportSync", "volatile",
            ),
          },
        },
      },
    },
  },
} as const;
