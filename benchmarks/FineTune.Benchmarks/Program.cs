using FineTune.Benchmarks;

return args switch
{
    ["make-data", var size, var path] => DataMaker.Run(int.Parse(size), path, international: false),
    ["make-data", var size, var path, "international"] => DataMaker.Run(int.Parse(size), path, international: true),
    ["tokens", var encoding, var path] => TokenSpeed.Run(encoding, path),
    ["lint", var profile, var path] => LintSpeed.Run(profile, path),
    ["reader", var path] => ReaderSpeed.Run(path),
    ["compare", var peers, var work, var tool, var empty] => new Comparison(peers, work, tool, empty).Run(),
    ["reference", var folder] => ReferenceExport.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        make-data SIZE_MB OUT [international]   write chat examples
        tokens ENCODING FILE                    count the contents of a JSONL file
        lint PROFILE FILE                       lint it with the default rules of a profile
        reader FILE                             read it with Utf8JsonReader alone
        compare PEERS WORK TOOL EMPTY           all figures beside the peers; see benchmarks/run
        reference FOLDER                        texts and token IDs for eng/vocabulary/compare.sh
        """);
    return 2;
}
