using System.Buffers;
using System.Text;
using System.Text.Json;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Logging;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Telemetry;

/// <summary>A line for each call of a model, from which CloudWatch takes metrics by model and usage plan.</summary>
/// <remarks>
/// The plan is the stack's: an event does not say by which of its plans a key was admitted.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/
/// CloudWatch_Embedded_Metric_Format_Specification.html
/// </remarks>
// {"_aws":{"Timestamp":1772618400000,"CloudWatchMetrics":[{"Namespace":"BedrockGateway",
//  "Dimensions":[["Plan"],["Model","Plan"]],"Metrics":[{"Name":"ModelErrors","Unit":"Count"},...]}]},
//  "Model":"amazon.nova-lite-v1:0","Plan":"a1b2c3","ModelErrors":0,"ModelLatency":412.7,"InputTokens":12,...}
internal sealed class ModelMetricsLog(LogOutput output, IOptions<ResourcesOptions> resources, TimeProvider clock)
{
    private const string Count = "Count";

    private readonly ResourcesOptions _resources = resources.Value;

    /// <param name="call">The call.</param>
    /// <param name="model">Its model's name for metrics.</param>
    public void Write(ModelCall call, string model)
    {
        var metrics = MetricsOf(call);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteDirective(json, metrics);
            json.WriteString("Model", model);
            json.WriteString("Plan", _resources.UsagePlanId);
            foreach (var (name, _, value) in metrics)
            {
                json.WriteNumber(name, value);
            }

            // Found by whoever searches the log; no metrics of their own.
            json.WriteString("RequestId", call.RequestId);
            if (call.Failure is { } failure)
            {
                json.WriteString("ErrorType", failure.Type);
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static List<(string Name, string Unit, double Value)> MetricsOf(ModelCall call)
    {
        // How many values it has is how many calls there were, so calls need no metric of their own.
        List<(string, string, double)> metrics =
            [("ModelErrors", Count, call.Failure is { IsCallers: false } ? 1 : 0)];
        if (call.Failure is null)
        {
            metrics.Add(("ModelLatency", "Milliseconds", Math.Round(call.Duration.TotalMilliseconds, 3)));
        }

        if (call.Tokens.Input is { } input)
        {
            metrics.Add(("InputTokens", Count, input));
        }

        if (call.Tokens.Output is { } produced)
        {
            metrics.Add(("OutputTokens", Count, produced));
        }

        return metrics;
    }

    private void WriteDirective(Utf8JsonWriter json, List<(string Name, string Unit, double Value)> metrics)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", _resources.StackName);
        json.WritePropertyName("Dimensions");
        json.WriteRawValue("""[["Plan"],["Model","Plan"]]"""u8);
        json.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
