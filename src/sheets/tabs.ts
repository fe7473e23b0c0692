// Colours of sheet tabs, by what a sheet is for.

export const tabColours = { start: "1F3A5F", work: "1B7F79", settings: "C98A1B", data: "8A94A0", reference: "5B6B7B" } as const;
