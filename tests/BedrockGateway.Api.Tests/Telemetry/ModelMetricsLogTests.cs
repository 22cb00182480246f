using System.Globalization;
using System.Net;
using System.Text;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Logging;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Tests.Fakes;
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
    private readonly FakeBedrockRuntime _runtime;
    private readonly ModelInvocation _invocation;

    public ModelMetricsLogTests()
    {
        var clock = new TestClock();
        var resources = Options.Create(new ResourcesOptions { StackName = "test-stack", UsagePlanId = "plan01" });
        var observer = new ModelObserver(
            new(enabled: false, ModelReplies.Default), new(new LogOutput(_output), resources, clock));
        _runtime = new(_faults);
        _invocation = new(_runtime, new TokenHeaders(), observer, clock);
    }

    public void Dispose()
    {
        _runtime.Dispose();
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

        await Assert.ThrowsAsync<AmazonServiceException>(() => InvokeAsync("meta.llama3-8b-instruct-v1:0"));

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
        _faults.Before("InvokeModel", () => new ValidationException("no") { StatusCode = HttpStatusCode.BadRequest });

        await Assert.ThrowsAsync<ValidationException>(() => InvokeAsync("meta.llama3-8b-instruct-v1:0"));

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
        var (request, _) = InvokeRequest.Parse(body);
        await _invocation.RunAsync(request!, "r-1", TestContext.Current.CancellationToken);
    }
}
