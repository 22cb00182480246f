using System.Globalization;
using BedrockGateway.Bench;
using BedrockGateway.Bench.Functions;
using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Starts;
using BedrockGateway.Bench.Streams;

const string Usage = "Usage: dotnet run -c Release --project bench/BedrockGateway.Bench -- "
    + "functions|streams|local-aws|app-host [rounds]";

try
{
    var rounds = args is [_, var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : args is [_] ? null : (int?)0;
    IBench? bench = (args.FirstOrDefault(), rounds) switch
    {
        (_, 0) => null,
        ("functions", _) => new FunctionsBench(rounds ?? 15, calls: 500),
        ("streams", _) => new StreamsBench(rounds ?? 10),
        ("local-aws", _) => new LocalAwsBench(rounds ?? 20),
        ("app-host", _) => new AppHostBench(rounds ?? 5),
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
