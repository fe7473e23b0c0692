import { currencyCode } from "../../src/crm/readers/currency";

it.each([
  ["Pound Sterling", "GBP"], ["British Pound", "GBP"], ["US Dollar", "USD"], ["U.S. Dollar", "USD"], ["United States Dollar", "USD"], ["Dollar", "USD"],
  ["Canadian Dollar", "CAD"], ["Australian Dollar", "AUD"], ["Hong Kong Dollar", "HKD"], ["Singapore Dollar", "SGD"], ["New Zealand Dollar", "NZD"], ["New Taiwan Dollar", "TWD"],
  ["Euro", "EUR"], ["Japanese Yen", "JPY"], ["Chinese Yuan", "CNY"], ["Swiss Franc", "CHF"], ["Indian Rupee", "INR"], ["Brazilian Real", "BRL"], ["Swedish Krona", "SEK"], ["Polish Zloty", "PLN"],
  ["GBP - British Pound", "GBP"], ["Jamaican Dollar", "Jamaican Dollar"], ["Egyptian Pound", "EGP"], ["Chinese Yuan Renminbi", "CNY"],
])("knows the currency %s", (name, code) => {
  expect(currencyCode(name, "CNY")).toBe(code);
});
