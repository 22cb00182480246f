using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Runtime;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Logging;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Tests.Telemetry;

/// <summary>The lines that CloudWatch takes metrics from, to the letter.</summary>
public sealed class ModelMetricsLogTests : IDisposable
{
    private const string Start = """
        {"_aws":{"Timestamp":1772618400000,"CloudWatchMetrics":[{"Namespace":"test-stack",
        """;

    private const string Dimensions = """
        "Dimensions":[["Plan"],["Model","Plan"]],"Metrics":[{"Name":"ModelErrors","Unit":"Count"}
        """;

    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly Faults _faults = new();
    private readonly FakeBedrockWire _runtime;
    private readonly ModelCalls _calls;
    private readonly FakeBedrock _bedrock;
    private readonly CallDefaults _defaults = new(guardrail: null);

    public ModelMetricsLogTests()
    {
        var clock = new TestClock();
        var resources = Options.Create(new ResourcesOptions { StackName = "test-stack", UsagePlanId = "plan01" });
        var observer = new ModelObserver(
            new(enabled: false, ModelReplies.Default),
            new(new LogOutput(_output), resources, clock),
            NullLogger<ModelObserver>.Instance);
        _runtime = new(_faults);
        _bedrock = new(_faults);
        _calls = new(
            _runtime,
            ModelAliases.TryParse(json: null)!,
            new(new(_bedrock, clock)),
            new(AllowedModels.Parse(patterns: null), PlanList.TryParse(json: null, "plan01")!),
            observer,
            Options.Create(new RequestOptions { ModelAttempts = 1 }),
            clock);
    }

    public void Dispose()
    {
        _bedrock.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task Answer_HasLatencyAndTokens()
    {
        _runtime.Reply = """{"usage":{"input_tokens":11,"output_tokens":7}}""";

        await InvokeAsync("anthropic.claude-v2");

        Assert.Equal(
            Line(
                """
                ,{"Name":"ModelLatency","Unit":"Milliseconds"},{"Name":"InputTokens","Unit":"Count"},
                {"Name":"OutputTokens","Unit":"Count"}
                """,
                """
                "Model":"anthropic.claude-v2","Plan":"plan01","ModelErrors":0,"ModelLatency":0,"InputTokens":11,
                "OutputTokens":7,"RequestId":"r-1"
                """),
            _output.ToString());
    }

    [Fact]
    public async Task AnswerWithoutCounts_HasNoTokens()
    {
        _runtime.Reply = """{"images":[]}""";

        await InvokeAsync("stability.sd3-5-large-v1:0");

        Assert.Equal(
            Line(
                """,{"Name":"ModelLatency","Unit":"Milliseconds"}""",
                """
                "Model":"stability.sd3-5-large-v1:0","Plan":"plan01","ModelErrors":0,"ModelLatency":0,"RequestId":"r-1"
                """),
            _output.ToString());
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "ThrottlingException", 1, "meta.llama3-8b-instruct-v1:0")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServiceUnavailableException", 1, "meta.llama3-8b-instruct-v1:0")]
    [InlineData(HttpStatusCode.Forbidden, "AccessDeniedException", 1, "unknown")]
    [InlineData(HttpStatusCode.BadRequest, "ValidationException", 0, "unknown")]
    [InlineData(HttpStatusCode.NotFound, "ResourceNotFoundException", 0, "unknown")]
    public async Task Failure_CountsUnlessTheRequestIsWrong(
        HttpStatusCode status, string code, int errors, string model)
    {
        _faults.Before("InvokeModel", () => new AmazonServiceException("no", ErrorType.Unknown, code, "r-9", status));

        await Assert.ThrowsAsync<BedrockFault>(() => InvokeAsync("meta.llama3-8b-instruct-v1:0"));

        Assert.Equal(
            Line(
                "",
                $"""
                "Model":"{model}","Plan":"plan01","ModelErrors":{errors},"RequestId":"r-1","ErrorType":"{code}"
                """),
            _output.ToString());
    }

    [Fact]
    public async Task WrongRequest_OfAModelThatHasAnsweredIsNamed()
    {
        await InvokeAsync("meta.llama3-8b-instruct-v1:0");
        _faults.Before(
            "InvokeModel", () => new BedrockFault(HttpStatusCode.BadRequest, "ValidationException", "no"));

        await Assert.ThrowsAsync<BedrockFault>(() => InvokeAsync("meta.llama3-8b-instruct-v1:0"));

        Assert.EndsWith(
            Line(
                "",
                """
                "Model":"meta.llama3-8b-instruct-v1:0","Plan":"plan01","ModelErrors":0,"RequestId":"r-1",
                "ErrorType":"ValidationException"
                """),
            _output.ToString(),
            StringComparison.Ordinal);
    }

    private static string Line(string metrics, string members) =>
        $"{Start}{Dimensions}{metrics}]}}]}},{members}}}\n".ReplaceLineEndings("").TrimEnd() + Environment.NewLine;

    private async Task InvokeAsync(string model)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"modelId":"{{model}}","inferenceParameters":{"prompt":"x"} }""");
        var http = new DefaultHttpContext { TraceIdentifier = "r-1" };
        http.Request.Body = new MemoryStream(body);
        http.Features.Set(new Caller("s-1", ApiKey: null));
        await InvokeModelEndpoint.HandleAsync(http, _calls, _defaults, ModelReplies.Default);
    }
}
