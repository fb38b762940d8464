/** A stranger's page lends us a frame: it gets no script of ours. */
export const csr = false;
