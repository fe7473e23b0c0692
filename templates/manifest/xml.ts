// The add-in only manifest (XML), for every Excel with add-ins; the order of elements is the schema's.

import { documentOf, element, type Element } from "./element";
import { iconAt, iconNames, iconSizes, type AddIn, type Command, type IconName, type RequirementSet, type Said } from "./source";

/** manifest.xml. */
export function xmlManifest(addIn: AddIn): string {
  return documentOf(element("OfficeApp", namespaces, [
    element("Id", {}, addIn.id),
    element("Version", {}, `${addIn.version}.0`),
    element("ProviderName", {}, addIn.provider),
    element("DefaultLocale", {}, "en-US"),
    spoken("DisplayName", addIn.name),
    spoken("Description", addIn.description),
    element("IconUrl", { DefaultValue: iconAt(addIn, "icon", 32) }),
    element("HighResolutionIconUrl", { DefaultValue: iconAt(addIn, "icon", 64) }),
    element("SupportUrl", { DefaultValue: addIn.about }),
    element("Hosts", {}, [element("Host", { Name: "Workbook" })]),
    requirements("", addIn.needs.always),
    element("DefaultSettings", {}, [element("SourceLocation", { DefaultValue: addIn.pane })]),
    element("Permissions", {}, "ReadWriteDocument"),
    element("VersionOverrides", { xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides", "xsi:type": "VersionOverridesV1_0" }, [
      requirements("bt:", addIn.needs.ribbon),
      element("Hosts", {}, [host(addIn)]),
      resources(addIn),
    ]),
  ]));
}

const namespaces = {
  xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  "xmlns:ov": "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  "xsi:type": "TaskPaneApp",
};

function requirements(prefix: "" | "bt:", sets: readonly RequirementSet[]): Element {
  const each = sets.map(({ name, version }) => element(`${prefix}Set`, { Name: name, MinVersion: version }));
  return element("Requirements", {}, [element(`${prefix}Sets`, { DefaultMinVersion: "1.1" }, each)]);
}

/** One page for the pane, the buttons and the functions: that is what makes them one runtime. */
function host({ group, commands }: AddIn): Element {
  return element("Host", { "xsi:type": "Workbook" }, [
    element("Runtimes", {}, [element("Runtime", { resid: "Taskpane.Url", lifetime: "long" })]),
    element("AllFormFactors", {}, [customFunctions()]),
    element("DesktopFormFactor", {}, [
      element("GetStarted", {}, [named("Title", "GetStarted.Title"), named("Description", "GetStarted.Text"), named("LearnMoreUrl", "About.Url")]),
      named("FunctionFile", "Taskpane.Url"),
      element("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, [
        element("OfficeTab", { id: "TabHome" }, [element("Group", { id: group.id }, [named("Label", "Group.Label"), icon("icon"), ...commands.map(button)])]),
      ]),
    ]),
  ]);
}

function customFunctions(): Element {
  return element("ExtensionPoint", { "xsi:type": "CustomFunctions" }, [
    element("Script", {}, [named("SourceLocation", "Functions.Script.Url")]),
    element("Page", {}, [named("SourceLocation", "Taskpane.Url")]),
    element("Metadata", {}, [named("SourceLocation", "Functions.Metadata.Url")]),
    named("Namespace", "Functions.Namespace"),
  ]);
}

function button({ id, does }: Command): Element {
  return element("Control", { "xsi:type": "Button", id: `Salesbook.${id}` }, [
    named("Label", `${id}.Label`),
    element("Supertip", {}, [named("Title", `${id}.Label`), named("Description", `${id}.Tip`)]),
    icon(id),
    does === "show"
      ? element("Action", { "xsi:type": "ShowTaskpane" }, [named("SourceLocation", "Taskpane.Url")])
      : element("Action", { "xsi:type": "ExecuteFunction" }, [element("FunctionName", {}, id)]),
  ]);
}

function icon(name: IconName): Element {
  return element("Icon", {}, iconSizes.map((size) => element("bt:Image", { size: String(size), resid: `${name}.${size}` })));
}

function resources(addIn: AddIn): Element {
  const { commands, group, started } = addIn;
  return element("Resources", {}, [
    element("bt:Images", {}, iconNames.flatMap((name) => iconSizes.map((size) => element("bt:Image", { id: `${name}.${size}`, DefaultValue: iconAt(addIn, name, size) })))),
    element("bt:Urls", {}, [
      element("bt:Url", { id: "Taskpane.Url", DefaultValue: addIn.pane }),
      element("bt:Url", { id: "About.Url", DefaultValue: addIn.about }),
      element("bt:Url", { id: "Functions.Script.Url", DefaultValue: addIn.functionsScript }),
      resource("bt:Url", "Functions.Metadata.Url", addIn.metadata),
    ]),
    element("bt:ShortStrings", {}, [
      element("bt:String", { id: "Functions.Namespace", DefaultValue: addIn.namespace }),
      resource("bt:String", "Group.Label", group.label),
      resource("bt:String", "GetStarted.Title", started.title),
      ...commands.map(({ id, label }) => resource("bt:String", `${id}.Label`, label)),
    ]),
    element("bt:LongStrings", {}, [
      resource("bt:String", "GetStarted.Text", started.text),
      ...commands.map(({ id, tip }) => resource("bt:String", `${id}.Tip`, tip)),
    ]),
  ]);
}

function named(name: string, resid: string): Element {
  return element(name, { resid });
}

function resource(name: string, id: string, value: Said): Element {
  return element(name, { id, DefaultValue: value.en }, [element("bt:Override", { Locale: "zh-CN", Value: value["zh-CN"] })]);
}

function spoken(name: string, value: Said): Element {
  return element(name, { DefaultValue: value.en }, [element("Override", { Locale: "zh-CN", Value: value["zh-CN"] })]);
}
