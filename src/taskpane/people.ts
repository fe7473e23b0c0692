// Which columns of our tables hold people? Those are made anonymous before a workbook is shared.

import { fieldTables } from "../crm/objects/tables";
import { objects, type ObjectKind } from "../crm/reading";
import { headerOf } from "../sheets/data/columns";
import { tableNames } from "../sheets/data/tables";
import { languages, textIn } from "../text/language";

/** Fields that say who someone is; a name is a person's only of leads and reps. */
const personFields: ReadonlySet<string> = new Set(["owner", "contact", "by", "manager", "firstName", "lastName", "email", "phone"]);
const namedPeople: ReadonlySet<ObjectKind> = new Set(["lead", "rep"]);

/** The columns by table, in every language a workbook can be built in; a workbook has only some of them. */
export function personColumns(): readonly { readonly table: string; readonly column: string }[] {
  return objects.flatMap((object) => fieldsOf(object).flatMap((field) => languages.map((language) => ({ table: tableNames[object], column: headerOf(field, textIn(language)) }))));
}

function fieldsOf(object: ObjectKind): readonly string[] {
  return Object.keys(fieldTables[object]).filter((field) => personFields.has(field) || (field === "name" && namedPeople.has(object)));
}
