import { isDarkTheme } from "../../src/taskpane/look";

it.each([["#FFFFFF", false], ["#262626", true], ["#000000", true], ["#F3F2F1", false], ["444444", true], ["", null], ["white", null]])("takes an Office background of %s for dark: %s", (background, isDark) => {
  expect(isDarkTheme({ background })).toBe(isDark);
});

it("leaves it to the system where Office says nothing", () => {
  expect(isDarkTheme(null)).toBeNull();
});
