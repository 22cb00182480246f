using System.Globalization;
using BedrockGateway.Bench;
using BedrockGateway.Bench.Functions;
using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Starts;
using BedrockGateway.Bench.Streams;
using BedrockGateway.Bench.Streams.Long;

const string Usage = "Usage: dotnet run -c Release --project bench/BedrockGateway.Bench -- "
    + "functions|streams|local-aws|app-host [rounds], or streams --long [minutes]";

try
{
    var (name, number) = args switch
    {
        ["streams", "--long", .. var rest] => ("long-stream", NumberOf(rest)),
        [var first, .. var rest] => (first, NumberOf(rest)),
        [] => ("", null),
    };
    IBench? bench = (name, number) switch
    {
        (_, 0) => null,
        ("functions", _) => new FunctionsBench(number ?? 15, calls: 500),
        ("streams", _) => new StreamsBench(number ?? 10),
        ("long-stream", _) => new LongStreamBench(number ?? 10),
        ("local-aws", _) => new LocalAwsBench(number ?? 20),
        ("app-host", _) => new AppHostBench(number ?? 5),
        _ => null,
    };
    if (bench is null)
    {
        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }

    var lines = (await bench.RunAsync(CancellationToken.None)).ToList();
    await new ResultsFile(Repository.ResultsFile).ReplaceAsync(bench.Part, lines, CancellationToken.None);
    Console.WriteLine(string.Join('\n', lines));
    return 0;
}
catch (BenchException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

// Without a number the bench chooses; what is none above 0 becomes 0, which no bench takes.
static int? NumberOf(string[] rest) => rest switch
{
    [] => null,
    [var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
    _ => 0,
};
