package health.consilium.search.index.opensearch;

import health.consilium.search.index.SearchDocument;

/** What the cluster keeps of a document. */
record Kept(SearchDocument document) {}
