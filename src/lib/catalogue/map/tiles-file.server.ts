import { open, type FileHandle } from 'node:fs/promises';
import { PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles';
import { DomainError } from '../../errors.ts';

/** What a browser is told a tile is. */
const mediaTypes: Readonly<Partial<Record<TileType, string>>> = {
	[TileType.Png]: 'image/png',
	[TileType.Jpeg]: 'image/jpeg',
	[TileType.Webp]: 'image/webp',
	[TileType.Avif]: 'image/avif',
};

/** Reads parts of a file that stays open as long as the process. */
class FileOnDisk implements Source {
	readonly #path: string;
	readonly #file: Promise<FileHandle>;

	constructor(path: string) {
		this.#path = path;
		this.#file = open(path, 'r');
	}

	getKey(): string {
		return this.#path;
	}

	async getBytes(offset: number, length: number): Promise<RangeResponse> {
		const file = await this.#file;
		const bytes = new Uint8Array(length);
		const { bytesRead } = await file.read(bytes, 0, length, offset);
		return { data: bytes.buffer.slice(0, bytesRead) };
	}
}

/** A background of pictures, out of one file of the operator's. */
export interface TilesFile {
	readonly mediaType: string;
	/** the closest zoom there are tiles for */
	readonly maxZoom: number;
	/** @returns undefined where the file has no tile */
	tile(z: number, x: number, y: number): Promise<ArrayBuffer | undefined>;
}

async function read(path: string): Promise<TilesFile> {
	const archive = new PMTiles(new FileOnDisk(path));
	const { tileType, maxZoom } = await archive.getHeader().catch((cause: Error) => {
		throw new DomainError('config.invalid', 500, `MAP_TILES_FILE cannot be read as PMTiles: ${cause.message}.`);
	});
	const mediaType = mediaTypes[tileType];
	if (!mediaType) {
		throw new DomainError('config.invalid', 500, 'MAP_TILES_FILE must hold pictures (PNG, JPEG, WebP or AVIF).');
	}
	return { mediaType, maxZoom, tile: async (z, x, y) => (await archive.getZxy(z, x, y))?.data };
}

const opened = new Map<string, Promise<TilesFile>>();

/**
 * Opens a PMTiles file once for the process.
 * @throws DomainError `config.invalid` when it is none, or holds no pictures
 */
export function tilesFile(path: string): Promise<TilesFile> {
	let file = opened.get(path);
	if (!file) opened.set(path, (file = read(path)));
	return file;
}
