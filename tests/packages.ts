import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** Packages made on the spot for the tests beside; each is removed with its folder. */
export interface Workshop {
	folder(files: Readonly<Record<string, string | Buffer>>): Promise<string>;
	file(name: string, content: string | Buffer): Promise<string>;
	remove(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
	const root = await mkdtemp(path.join(tmpdir(), 'hsds-'));
	let made = 0;
	return {
		async folder(files) {
			const folder = path.join(root, `package-${++made}`);
			for (const [name, content] of Object.entries(files)) {
				await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
				await writeFile(path.join(folder, name), content);
			}
			return folder;
		},
		async file(name, content) {
			const folder = path.join(root, `file-${++made}`);
			await mkdir(folder);
			await writeFile(path.join(folder, name), content);
			return path.join(folder, name);
		},
		remove: () => rm(root, { recursive: true, force: true }),
	};
}

/** A zip as PKWARE's APPNOTE describes it: local headers with deflated data, the central directory, its end. */
export function zipOf(
	files: Readonly<Record<string, string | Buffer>>,
	lie: { size?: number; checksum?: number; encrypted?: boolean } = {},
): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of Object.entries(files)) {
		const data = Buffer.from(content);
		const packed = deflateRawSync(data);
		const header = Buffer.alloc(26);
		header.writeUInt16LE(20, 0);
		header.writeUInt16LE((lie.encrypted ? 1 : 0) | 0x800, 2);
		header.writeUInt16LE(8, 4);
		header.writeUInt32LE(lie.checksum ?? crc32(data), 10);
		header.writeUInt32LE(packed.length, 14);
		header.writeUInt32LE(lie.size ?? data.length, 18);
		header.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header, Buffer.from(name), packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, rest, Buffer.from(name)]));
		parts.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(directory.length, 8);
	end.writeUInt16LE(directory.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, central, end]);
}
