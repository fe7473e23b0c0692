// Which Microsoft clouds the add-in is built for, and what differs there: where office.js comes from and who shows the pane.

export const cloudNames = ["worldwide", "china"] as const;
export type CloudName = (typeof cloudNames)[number];

export interface Cloud {
  readonly name: CloudName;
  /** The address of office.js, which Microsoft wants loaded from its own server. */
  readonly officeScript: string;
  /** The pages that frame the pane in Excel on the web, and the pages that frame those. */
  readonly frames: readonly string[];
}

const clouds: Readonly<Record<CloudName, Cloud>> = {
  worldwide: {
    name: "worldwide",
    officeScript: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    frames: [
      "https://*.officeapps.live.com", "https://*.office.com", "https://*.office365.com", "https://*.microsoft365.com", "https://*.cloud.microsoft",
      "https://*.microsoft.com", "https://*.sharepoint.com", "https://*.live.com",
    ],
  },
  // Operated by 21Vianet: https://learn.microsoft.com/office/dev/add-ins/publish/government-cloud-guidance
  china: {
    name: "china",
    officeScript: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    frames: ["https://*.partner.officewebapps.cn", "https://*.partner.office365.cn", "https://*.office365.cn", "https://*.sharepoint.cn", "https://*.partner.outlook.cn"],
  },
};

/** The cloud of a name as typed on the command line. */
export function cloudOf(name: string): Cloud {
  const known = cloudNames.find((one) => one === name);
  if (!known) throw new Error(`unknown cloud: ${name} (known: ${cloudNames.join(", ")})`);
  return clouds[known];
}

/** The site's address with a slash at its end; Office takes https only. */
export function baseOf(address: string): string {
  if (!/^https:\/\/[^/?#\s]+(\/[^?#\s]*)?$/.test(address)) throw new Error(`not an https address of a folder: ${address}`);
  return address.endsWith("/") ? address : `${address}/`;
}
