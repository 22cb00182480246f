using BedrockGateway.TestFunction;

switch (Environment.GetEnvironmentVariable("_HANDLER"))
{
    case "web":
        await WebFunction.Build(args, isStreamed: false).RunAsync();
        break;
    case "web-streaming":
        await WebFunction.Build(args, isStreamed: true).RunAsync();
        break;
    case "raw-streaming":
        await RawStreamFunction.Build().RunAsync();
        break;
    case "pre-signup":
        await PreSignUpFunction.Build().RunAsync();
        break;
    case "drains":
        await DrainingFunction.Build().RunAsync();
        break;
    case "fails-at-init":
        await FailingFunction.Build().RunAsync();
        break;
    default:
        throw new InvalidOperationException("_HANDLER names no handler of the test function.");
}
