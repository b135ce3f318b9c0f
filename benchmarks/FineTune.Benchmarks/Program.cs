using FineTune.Benchmarks;
using FineTune.Benchmarks.Data;
using FineTune.Benchmarks.Measuring;
using FineTune.Benchmarks.Passes;

return args switch
{
    ["make-data", var size, var path] => DataMaker.Run(int.Parse(size), path, Language.Mixed),
    ["make-data", var size, var path, "international"] => DataMaker.Run(int.Parse(size), path, Language.International),
    ["make-data", var size, var path, "beyond"] => DataMaker.Run(int.Parse(size), path, Language.BeyondFirstPlane),
    ["tokens", var encoding, var path] => TokenSpeed.Run(encoding, path, passes: 4),
    ["tokens", var encoding, var path, var passes] => TokenSpeed.Run(encoding, path, int.Parse(passes)),
    ["lint", var profile, var path] => LintSpeed.Run(profile, path),
    ["reader", var path] => ReaderSpeed.Run(path),
    ["compare", var repository, var work, .. var options] => new ComparisonRun(repository).Compare(work, options),
    ["draw", var repository] => new ComparisonRun(repository).Draw(),
    ["reference", var folder] => ReferenceExport.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        make-data SIZE_MB OUT [international|beyond]   write chat examples
        tokens ENCODING FILE [PASSES]                  count the contents of a JSONL file
        lint PROFILE FILE                              lint it with the default rules of a profile
        reader FILE                                    read it with Utf8JsonReader alone
        compare REPOSITORY WORK [OPTIONS]              all figures beside the peers; see benchmarks/run
        draw REPOSITORY                                show the stored figures in the pages
        reference FOLDER                               texts and token IDs for eng/vocabulary/compare.sh
        """);
    return 2;
}
