/** The source of the coastline, named wherever the schematic map is shown, as the Open Database License asks. */
export const attribution = '© OpenStreetMap contributors (ODbL), via geo-maps';
