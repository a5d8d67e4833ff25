"""Articles through `extract` on every executor of a Spark cluster; Parquet out.

  spark-submit job.py --extract PATH (--files FOLDER | --jsonl FILE) --out FOLDER [--partitions N]

Each partition runs one `extract --from jsonl --keep-going`: a line in, a line out, in order. A line that cannot be read
gives a row with `error` set and `record` null. The record is kept as its JSON text, byte for byte as `extract` wrote it.
"""
import argparse, json, pathlib, shlex
from pyspark.sql import Row, SparkSession


def line_of(pair):
    """(path, bytes) -> one JSON line. Bytes that are no UTF-8 are left to the caller to convert first."""
    path, content = pair
    return json.dumps({'id': path, 'text': content.decode('utf-8', errors='replace')})


def row_of(line):
    record = json.loads(line)
    if 'error' in record:
        return Row(id=str(record['id']), record=None, error=json.dumps(record['error']))
    return Row(id=record['id'], record=line, error=None)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--extract', required=True, help='the command, at the same path on every machine')
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument('--files', help='a folder of .txt files, read whole')
    source.add_argument('--jsonl', help='lines of {"id", "text"}')
    options.add_argument('--out', required=True)
    options.add_argument('--partitions', type=int, default=8)
    chosen = options.parse_args()

    spark = SparkSession.builder.appName('newscopy').getOrCreate()
    if chosen.files:
        root = pathlib.Path(chosen.files).resolve().as_uri() + '/'
        files = spark.read.format('binaryFile').option('recursiveFileLookup', 'true').option('pathGlobFilter', '*.txt')
        rows = files.load(chosen.files).select('path', 'content').rdd
        lines = rows.map(lambda row: (row.path.replace('file:///', 'file:/').removeprefix(root.replace('file:///', 'file:/')), bytes(row.content)))
        lines = lines.map(line_of).repartition(chosen.partitions)
    else:
        lines = spark.sparkContext.textFile(chosen.jsonl, chosen.partitions)
    command = f'{shlex.quote(chosen.extract)} --from jsonl --keep-going --quiet'
    records = lines.pipe(command, checkCode=True).map(row_of)
    spark.createDataFrame(records, 'id string, record string, error string').write.mode('overwrite').parquet(chosen.out)
    spark.stop()


if __name__ == '__main__':
    main()
