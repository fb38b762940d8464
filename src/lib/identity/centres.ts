/**
 * The seven operating centres (driftscentre) of Copenhagen's Social Services. The names are the real ones, from the
 * administration's partnership strategy; the telephone numbers are not (+45 00 is given to nobody).
 */
export interface Centre {
	readonly id: string;
	readonly name: string;
	readonly nameEn: string;
	readonly phone: string;
}

export const centres = [
	{
		id: 'cbu',
		name: 'Center for Børn og Unge',
		nameEn: 'Centre for Children and Young People',
		phone: '+45 00 33 17 01',
	},
	{
		id: 'dsi_boern_unge',
		name: 'Din Sociale Indgang – Børn og Unge',
		nameEn: 'Your Social Entrance – Children and Young People',
		phone: '+45 00 33 17 02',
	},
	{
		id: 'dsi_voksne',
		name: 'Din Sociale Indgang – Voksne',
		nameEn: 'Your Social Entrance – Adults',
		phone: '+45 00 33 17 03',
	},
	{
		id: 'cfr',
		name: 'Center for Rusmiddelbehandling',
		nameEn: 'Centre for Substance Use Treatment',
		phone: '+45 00 33 17 04',
	},
	{
		id: 'cabs',
		name: 'Center for Aktivitet, Beskæftigelse og Støtte i Egen Bolig',
		nameEn: 'Centre for Activity, Employment and Support at Home',
		phone: '+45 00 33 17 05',
	},
	{
		id: 'cmsb',
		name: 'Center for Midlertidige og Selvstændige Boformer',
		nameEn: 'Centre for Temporary and Independent Housing',
		phone: '+45 00 33 17 06',
	},
	{
		id: 'clb',
		name: 'Center for Længerevarende Boformer',
		nameEn: 'Centre for Long-term Housing',
		phone: '+45 00 33 17 07',
	},
] as const satisfies readonly Centre[];

export type CentreId = (typeof centres)[number]['id'];
