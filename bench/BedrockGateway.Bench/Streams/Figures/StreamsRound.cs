using BedrockGateway.Bench.Results;
using BedrockGateway.Bench.Streams.Client;

namespace BedrockGateway.Bench.Streams.Figures;

/// <summary>What one round showed, with fresh processes.</summary>
/// <param name="Memory">By target, of processes that have done next to nothing else.</param>
/// <param name="Requests">Request → end of the reply, where that is no stream.</param>
/// <param name="FirstBytes">Request → first byte of the stream.</param>
/// <param name="PassedOn">Upstream's first byte → first byte here.</param>
/// <param name="Throughput">Of one long stream.</param>
internal sealed record StreamsRound(
    IReadOnlyDictionary<string, MemoryFigures> Memory,
    IReadOnlyDictionary<LaneKey, Latency> Requests,
    IReadOnlyDictionary<LaneKey, Latency> FirstBytes,
    IReadOnlyDictionary<LaneKey, Latency> PassedOn,
    IReadOnlyDictionary<LaneKey, ThroughputFigures> Throughput);

/// <summary>One long stream.</summary>
/// <param name="EventsPerSecond">Events that came in a second.</param>
/// <param name="BytesPerEvent">Bytes that the process allocated for each; none without a process.</param>
internal sealed record ThroughputFigures(double EventsPerSecond, double? BytesPerEvent);

/// <summary>A process without and with open streams.</summary>
/// <param name="IdleMiB">Resident set before.</param>
/// <param name="BusyMiB">Resident set with all streams open.</param>
/// <param name="StreamKiB">Growth of the resident set for each stream.</param>
/// <param name="LiveKiB">Growth of what is in use of the managed heap, for each stream.</param>
internal sealed record MemoryFigures(double IdleMiB, double BusyMiB, double StreamKiB, double LiveKiB);
