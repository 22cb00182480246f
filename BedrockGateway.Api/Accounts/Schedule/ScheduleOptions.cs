using System.ComponentModel.DataAnnotations;

namespace BedrockGateway.Api.Accounts;

/// <summary>How often the API looks after accounts where no rule invokes it; see <see cref="Upkeep"/>.</summary>
internal sealed class ScheduleOptions
{
    public const string SectionName = "Schedule";

    /// <summary>
    /// Minutes between two runs on Kestrel; on Lambda the stack's rule decides. Default 5; 0 to 1,440, 0 for never.
    /// </summary>
    [Range(0, 1440)]
    public int Minutes { get; set; } = 5;
}
